@NullMarked
package dev.garrison.wsus.sync;

import org.jspecify.annotations.NullMarked;
