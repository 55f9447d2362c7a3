/** A second, much simpler Hog: trees of well-typed programs, made at random, printed as source and walked directly. */
package dev.sightline.observability.hog.model;
