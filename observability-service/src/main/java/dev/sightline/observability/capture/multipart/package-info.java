/**
 * One AI event in parts (spec/platform.md B.6): the event, its properties, and beside them the large ones, each a part of
 * its own. Here a large property is stored with the event, like any other; there is no object store to point into.
 */
package dev.sightline.observability.capture.multipart;
