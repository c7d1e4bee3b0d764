// A JSON policy over a library of one's own, and the kit that tells whether it is right.
#include <medusa/ext/json_tape.hpp>
#include <medusa/medusa.hpp>
#include <medusa/testing/json_policy_conformance.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <system_error>

// The library: any that reports what it finds, or keeps it to be walked through.
namespace tiny {

// Reports the values of a document to `events`, until one gives false.
template <class Events>
class parser {
 public:
  parser(std::string_view text, Events& events) : text_(text), events_(events) {}

  bool value() {
    switch (next()) {
      case 'n': return word("null") && events_.null();
      case 't': return word("true") && events_.boolean(true);
      case 'f': return word("false") && events_.boolean(false);
      case '"': return string() && events_.string(decoded_);
      case '[': return events_.begin_array() && all(']', false) && events_.end();
      case '{': return events_.begin_object() && all('}', true) && events_.end();
      default: return number() && events_.number();
    }
  }

 private:
  char next() {
    text_.remove_prefix(std::min(text_.find_first_not_of(" \n\r\t"), text_.size()));
    return text_.empty() ? '\0' : text_.front();
  }
  bool take(char c) {
    if (next() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  bool word(std::string_view w) {
    if (!text_.starts_with(w)) return false;
    text_.remove_prefix(w.size());
    return true;
  }
  bool number() {
    std::size_t const end = std::min(text_.find_first_not_of("+-.0123456789Ee"), text_.size());
    text_.remove_prefix(end);
    return end != 0;
  }
  bool all(char bracket, bool named) {
    text_.remove_prefix(1);
    if (take(bracket)) return true;
    do {
      if (named && !(next() == '"' && string() && events_.name(decoded_) && take(':')))
        return false;
      if (!value()) return false;
    } while (take(','));
    return take(bracket);
  }

  bool string() {
    decoded_.clear();
    for (text_.remove_prefix(1); !text_.empty() && text_.front() != '"';) {
      char const c = text_.front();
      text_.remove_prefix(1);
      if (static_cast<unsigned char>(c) < 0x20 || (c == '\\' && !escape())) return false;
      if (c != '\\') decoded_ += c;
    }
    return take('"');
  }
  bool escape() {
    constexpr std::string_view letters = "\"\\/bfnrt", meaning = "\"\\/\b\f\n\r\t";
    if (text_.starts_with('u')) return unicode();
    std::size_t const which = text_.empty() ? letters.npos : letters.find(text_.front());
    if (which == letters.npos) return false;
    decoded_ += meaning[which];
    text_.remove_prefix(1);
    return true;
  }
  bool unicode() {
    unsigned code = 0, low = 0;
    if (!unit(code)) return false;
    if (code >= 0xD800 && code < 0xDC00) {
      if (!word("\\") || !unit(low) || low < 0xDC00 || low > 0xDFFF) return false;
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    int const more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    constexpr unsigned lead[] = {0, 0xC0, 0xE0, 0xF0};
    decoded_ += static_cast<char>(lead[more] | (code >> (6 * more)));
    for (int n = more; n-- > 0;) decoded_ += static_cast<char>(0x80 | ((code >> (6 * n)) & 0x3F));
    return true;
  }
  bool unit(unsigned& code) {
    if (text_.size() < 5 || text_[0] != 'u') return false;
    auto const [end, error] = std::from_chars(text_.data() + 1, text_.data() + 5, code, 16);
    if (error != std::errc() || end != text_.data() + 5) return false;
    text_.remove_prefix(5);
    return true;
  }

  std::string_view text_;
  Events& events_;
  std::string decoded_{};
};

}  // namespace tiny

// The policy. The library lets a few things pass: numbers such as 01, surrogates that stand alone,
// and whatever follows the value. The tape does not.
struct tiny_reader : medusa::ext::json_tape_reader<tiny_reader> {
  static bool read(std::string_view document, medusa::ext::json_tape& tape) {
    return tiny::parser(document, tape).value();
  }
};

int main() {
  auto const report = medusa::testing::json_policy_conformance<tiny_reader>();
  std::fputs(to_string(report).c_str(), stdout);

  struct answer {
    int status() const { return 200; }
    std::string_view body() const {
      return R"({"user":{"id":"usr_1","email":"ada@example.com","first_name":"\u0041da"}})";
    }
  } response;
  auto const user =
      medusa::parse<medusa::hosted, tiny_reader>(medusa::admin::retrieve_user{}, response);
  if (user) std::printf("\n%s is %s\n", user->id.c_str(), user->first_name.value_or("-").c_str());
  return report && user ? 0 : 1;
}
