/** Content packages and their way to distribution points. */
@NullMarked
package dev.garrison.lab.adminservice.content;

import org.jspecify.annotations.NullMarked;
