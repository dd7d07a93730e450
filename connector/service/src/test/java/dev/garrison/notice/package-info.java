@NullMarked
package dev.garrison.notice;

import org.jspecify.annotations.NullMarked;
