/** Sites and manifests with the plans and the objects that must come of them. */
@NullMarked
package dev.garrison.golden;

import org.jspecify.annotations.NullMarked;
