/** The observability service: see DESIGN for what its packages hold. */
package dev.sightline.observability;
