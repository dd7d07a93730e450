/** Device collections: which servers a deployment reaches. */
@NullMarked
package dev.garrison.mecm.collection;

import org.jspecify.annotations.NullMarked;
