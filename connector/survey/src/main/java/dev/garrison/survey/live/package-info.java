/** Live survey of the rings' servers: questions to them through CMPivot, and their answers. */
@NullMarked
package dev.garrison.survey.live;

import org.jspecify.annotations.NullMarked;
