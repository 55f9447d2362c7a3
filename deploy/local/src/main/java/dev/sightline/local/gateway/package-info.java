/**
 * The local stack's gateway: one address in front of the three services, as {@code deploy/gateway/routes.yaml} says.
 * It routes, limits, times out and mirrors CORS; authentication, rate limits and everything else are the services' own.
 */
package dev.sightline.local.gateway;
