/**
 * What {@code deploy/kubernetes} makes, held against the types of Kubernetes and its operators and against the rules of
 * this house; without a cluster. Needs {@code kubectl} for building the overlays.
 */
package dev.sightline.local.kubernetes;
