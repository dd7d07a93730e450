/** The sensor's update kept approved on update servers. */
@NullMarked
package dev.garrison.sensor;

import org.jspecify.annotations.NullMarked;
