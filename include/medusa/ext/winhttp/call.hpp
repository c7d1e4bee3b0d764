// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <windows.h>
#include <winhttp.h>

#include <medusa/ext/library/error.hpp>
#include <medusa/ext/library/patience.hpp>

namespace medusa::inline v0::ext::detail {

/// Why a step of a call went wrong: by WinHTTP's account, and by ours where it was we who ended it.
struct winhttp_trouble {
  DWORD number = ERROR_SUCCESS;
  std::optional<library_errc> given_up{};

  [[nodiscard]] explicit operator bool() const noexcept {
    return number != ERROR_SUCCESS || given_up;
  }
};

/// One request under way: what WinHTTP's threads say about it, and the memory they work on. It
/// belongs to its caller and to WinHTTP, whoever lets go of it last: a call that is given up goes
/// on there for a while after the handle was closed.
class winhttp_call {
 public:
  /// Takes the handle of a request, on which nothing has been done yet, over.
  winhttp_call(HINTERNET handle, std::string_view body) : body_(body), handle_(handle) {
    DWORD_PTR const context = reinterpret_cast<DWORD_PTR>(this);
    WinHttpSetOption(handle_, WINHTTP_OPTION_CONTEXT_VALUE, const_cast<DWORD_PTR*>(&context),
                     sizeof context);
    WinHttpSetStatusCallback(handle_, &on_status, WINHTTP_CALLBACK_FLAG_ALL_NOTIFICATIONS, 0);
  }
  winhttp_call(winhttp_call const&) = delete;
  winhttp_call& operator=(winhttp_call const&) = delete;

  /// Lets go of it, as a deleter.
  struct close {
    void operator()(winhttp_call* call) const noexcept {
      WinHttpCloseHandle(call->handle_);
      call->release();
    }
  };

  [[nodiscard]] HINTERNET handle() const noexcept { return handle_; }
  /// Whether a byte of the request may have gone out.
  [[nodiscard]] bool sent() const noexcept { return sent_; }

  [[nodiscard]] winhttp_trouble send(patience const& p, std::wstring const& headers) {
    auto const size = static_cast<DWORD>(body_.size());
    return wait(p, WinHttpSendRequest(handle_, headers.empty() ? nullptr : headers.c_str(),
                                      static_cast<DWORD>(headers.size()),
                                      body_.empty() ? nullptr : body_.data(), size, size,
                                      reinterpret_cast<DWORD_PTR>(this)));
  }
  [[nodiscard]] winhttp_trouble receive(patience const& p) {
    return wait(p, WinHttpReceiveResponse(handle_, nullptr));
  }
  /// The next piece of the body, a view into this; empty at its end.
  [[nodiscard]] winhttp_trouble read(patience const& p, std::string_view& piece) {
    read_ = 0;
    auto const t = wait(p, WinHttpReadData(handle_, buffer_, sizeof buffer_, nullptr));
    piece = t ? std::string_view() : std::string_view(buffer_, read_);
    return t;
  }

 private:
  ~winhttp_call() { CloseHandle(done_); }

  void release() noexcept {
    if (--owners_ == 0) delete this;
  }

  /// For the end of the step that was begun, or not.
  [[nodiscard]] winhttp_trouble wait(patience const& p, BOOL begun) {
    if (!begun) return {GetLastError(), {}};
    for (;;) {
      auto const left = p.left_ms();
      if (WaitForSingleObject(
              done_, static_cast<DWORD>(left < patience::turn_ms ? left : patience::turn_ms)) ==
          WAIT_OBJECT_0)
        return {error_, {}};
      if (auto const over = p.over()) return {ERROR_WINHTTP_OPERATION_CANCELLED, over};
    }
  }

  static void CALLBACK on_status(HINTERNET, DWORD_PTR context, DWORD status, void* information,
                                 DWORD size) {
    auto* const call = reinterpret_cast<winhttp_call*>(context);
    if (call == nullptr) return;
    switch (status) {
      case WINHTTP_CALLBACK_STATUS_SENDING_REQUEST: call->sent_ = true; return;
      case WINHTTP_CALLBACK_STATUS_SENDREQUEST_COMPLETE:
      case WINHTTP_CALLBACK_STATUS_HEADERS_AVAILABLE: call->error_ = ERROR_SUCCESS; break;
      case WINHTTP_CALLBACK_STATUS_READ_COMPLETE:
        call->error_ = ERROR_SUCCESS;
        call->read_ = size;
        break;
      case WINHTTP_CALLBACK_STATUS_REQUEST_ERROR:
        call->error_ = static_cast<WINHTTP_ASYNC_RESULT*>(information)->dwError;
        break;
      case WINHTTP_CALLBACK_STATUS_HANDLE_CLOSING: call->release(); return;
      default: return;
    }
    SetEvent(call->done_);
  }

  std::string body_;
  HINTERNET handle_;
  HANDLE done_ = CreateEventW(nullptr, FALSE, FALSE, nullptr);
  std::atomic<DWORD> error_{ERROR_SUCCESS};
  std::atomic<DWORD> read_{0};
  std::atomic<bool> sent_{false};
  std::atomic<int> owners_{2};
  char buffer_[16384];
};

}  // namespace medusa::inline v0::ext::detail
