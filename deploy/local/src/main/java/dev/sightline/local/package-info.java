/**
 * The command line of the local stack: what {@code deploy/local/up}, {@code down}, {@code status}, {@code key},
 * {@code demo} and {@code dlq} run. The work is done in the packages below.
 */
package dev.sightline.local;
