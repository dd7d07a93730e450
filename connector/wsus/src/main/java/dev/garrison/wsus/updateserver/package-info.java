/** Port to a WSUS server, and its adapter over the administration web service (ApiRemoting30). */
@NullMarked
package dev.garrison.wsus.updateserver;

import org.jspecify.annotations.NullMarked;
