@NullMarked
package dev.garrison.wsus.sensor;

import org.jspecify.annotations.NullMarked;
