/**
 * How a service tells of its state and how it stops: whether the broker takes part, jobs that fail, and work that is
 * to end before it stops. What the jobs do is in their own packages.
 */
package dev.sightline.operation;
