/** Tests of the site's script library. */
@NullMarked
package dev.garrison.mecm.script;

import org.jspecify.annotations.NullMarked;
