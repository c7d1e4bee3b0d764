// expect: wanted a member type `result_type`
#include <medusa/client/async_client.hpp>
#include <medusa/model/fixed.hpp>

struct transport {
#ifdef MEDUSA_CONTROL
  using result_type = medusa::result<medusa::response_view, int>;
#endif
  void send(medusa::request const&,
            medusa::async_handler<medusa::result<medusa::response_view, int>>) {}
};

static_assert(medusa::check_async_transport<transport>());
