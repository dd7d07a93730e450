/** What a manifest wants of its update servers, put together with what it wants of its site. */
@NullMarked
package dev.garrison.wiring.sensor;

import org.jspecify.annotations.NullMarked;
