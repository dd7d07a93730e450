@NullMarked
package dev.garrison.share.access;

import org.jspecify.annotations.NullMarked;
