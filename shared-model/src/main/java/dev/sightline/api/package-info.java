/**
 * The conventions of every REST route: error envelope and the exception to status table, pages and links, path and
 * slash rules, request bodies into records. Who calls, and what they may, is {@code dev.sightline.auth}.
 */
package dev.sightline.api;
