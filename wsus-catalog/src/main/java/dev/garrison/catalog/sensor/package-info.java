/** Recognizes updates of the EDR sensor, and reads their titles and versions. */
@NullMarked
package dev.garrison.catalog.sensor;

import org.jspecify.annotations.NullMarked;
