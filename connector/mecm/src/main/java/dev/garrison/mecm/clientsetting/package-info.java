/** Client settings that stand in the way of the agent: checked here, changed by a person. */
@NullMarked
package dev.garrison.mecm.clientsetting;

import org.jspecify.annotations.NullMarked;
