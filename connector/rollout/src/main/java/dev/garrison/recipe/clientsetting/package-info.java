/** Objects of the client-setting route, on which Configuration Manager itself onboards servers. */
@NullMarked
package dev.garrison.recipe.clientsetting;

import org.jspecify.annotations.NullMarked;
