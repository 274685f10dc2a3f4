/** The adapters to AWS: the only room that knows the AWS SDK and Spring Cloud AWS. */
@NullMarked
package dev.winnow.aws;

import org.jspecify.annotations.NullMarked;
