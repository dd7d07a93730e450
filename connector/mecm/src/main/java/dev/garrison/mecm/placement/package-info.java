/** Places managed objects in console folders and adds security scopes to applications. */
@NullMarked
package dev.garrison.mecm.placement;

import org.jspecify.annotations.NullMarked;
