/**
 * {@code deploy/openapi.yaml}: how it is made of the documents that the services' builds leave, and what is asked of it.
 */
package dev.sightline.local.openapi;
