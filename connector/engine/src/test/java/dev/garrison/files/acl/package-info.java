@NullMarked
package dev.garrison.files.acl;

import org.jspecify.annotations.NullMarked;
