using Microsoft.AspNetCore.Http;

namespace Turna.Members.KeepingAccount;

/// <summary>Where a request comes from.</summary>
internal static class Visiting
{
    public static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? string.Empty;
}
