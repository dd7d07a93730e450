/**
 * Checks client settings that install the agent or conflict with it. Assigns the setting that
 * installs the agent to collections; the settings themselves are changed by the administrator.
 */
@NullMarked
package dev.garrison.mecm.clientsetting;

import org.jspecify.annotations.NullMarked;
