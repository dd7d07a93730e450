/** Updates as a server has them, for tests. */
@NullMarked
package dev.garrison.wsus.model;

import org.jspecify.annotations.NullMarked;
