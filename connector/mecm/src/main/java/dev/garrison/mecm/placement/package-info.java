/** Where our objects lie in the console, and which security scopes they have. */
@NullMarked
package dev.garrison.mecm.placement;

import org.jspecify.annotations.NullMarked;
