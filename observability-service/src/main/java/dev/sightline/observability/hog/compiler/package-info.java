/**
 * From a parse tree to bytecode (the interchange form), and from bytecode to the executable form: blocks of nodes with
 * names resolved to slots. Library functions are bound here; what they do is in {@code library}.
 */
package dev.sightline.observability.hog.compiler;
