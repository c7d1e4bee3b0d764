// Around the snippet about texts and categories of docs/interop.md.
#include <medusa/ext/text_of.hpp>

#include "snippets/interop.hpp"

int main() {
  // SNIPPET
  return ours && matches ? 0 : 1;
}
