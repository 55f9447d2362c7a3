/**
 * The syntax of Hog: the lexer and parser generated from our ANTLR grammar, and what guards them against hostile
 * sources. Meaning (names, scopes, code) is given to the tree in {@code compiler}.
 */
package dev.sightline.observability.hog.grammar;
