/** Tests of the client settings that stand in the way. */
@NullMarked
package dev.garrison.mecm.clientsetting;

import org.jspecify.annotations.NullMarked;
