@NullMarked
package dev.garrison.book;

import org.jspecify.annotations.NullMarked;
