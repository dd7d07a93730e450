@NullMarked
package dev.garrison.detection;

import org.jspecify.annotations.NullMarked;
