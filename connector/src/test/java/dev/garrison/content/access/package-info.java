@NullMarked
package dev.garrison.content.access;

import org.jspecify.annotations.NullMarked;
