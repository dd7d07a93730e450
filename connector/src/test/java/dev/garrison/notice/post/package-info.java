@NullMarked
package dev.garrison.notice.post;

import org.jspecify.annotations.NullMarked;
