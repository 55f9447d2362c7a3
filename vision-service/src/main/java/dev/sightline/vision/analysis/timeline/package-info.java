/**
 * The story of a session: its recorded items and analytics events turned into moments a reader understands. Built while
 * streaming, bounded in size. What the moments mean for a scanner's question is decided by the analysts.
 */
package dev.sightline.vision.analysis.timeline;
