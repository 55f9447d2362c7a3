/**
 * What all of scouts' parts share: the settings they obey. Instructions are {@code fleet}, schedules {@code config},
 * executions {@code run}.
 */
package dev.sightline.signals.scout;
