@NullMarked
package dev.garrison.share.jcifs;

import org.jspecify.annotations.NullMarked;
