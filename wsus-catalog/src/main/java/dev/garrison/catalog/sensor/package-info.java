/** The update of the EDR sensor: its versions, its titles, and which of many it is. */
@NullMarked
package dev.garrison.catalog.sensor;

import org.jspecify.annotations.NullMarked;
