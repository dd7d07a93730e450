/** The client-setting route: what has to exist for Configuration Manager to onboard by itself. */
@NullMarked
package dev.garrison.recipe.clientsetting;

import org.jspecify.annotations.NullMarked;
