/**
 * Sends recorded requests of SDKs once more, as if they happened now and to another project: for the demo and for the
 * end-to-end test. What the requests mean is the services' business.
 */
package dev.sightline.local.replay;
