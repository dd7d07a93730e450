/** Rights on the content share: access lists, checks of them, and corrected lists. */
@NullMarked
package dev.garrison.share.access;

import org.jspecify.annotations.NullMarked;
