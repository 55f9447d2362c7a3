/**
 * Programs that put load on a service they start themselves, beside the baseline they compare it with. They measure and
 * print; nothing of the services depends on them.
 */
package dev.sightline.load;
