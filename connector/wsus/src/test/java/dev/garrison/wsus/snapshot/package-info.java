@NullMarked
package dev.garrison.wsus.snapshot;

import org.jspecify.annotations.NullMarked;
