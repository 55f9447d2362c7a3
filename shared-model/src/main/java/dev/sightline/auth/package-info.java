/**
 * Who calls and what they may: the directory of organizations, projects, people and keys, scopes, the request filter
 * that applies them, and the few routes clients ask before all others.
 */
package dev.sightline.auth;
