using Microsoft.AspNetCore.Http;
using Turna.Members.SigningIn;

namespace Turna.Members.KeepingAccount;

/// <summary>Where a request comes from.</summary>
internal static class Visiting
{
    public static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? string.Empty;

    public static string? DeviceOf(HttpContext http) => Device.Of(http.Request.Headers.UserAgent);
}
