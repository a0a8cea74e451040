using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Turna.Web.Hosting;

namespace Turna.PageTests.Proofs;

/// <summary>An answer to a fault is an answer like any other.</summary>
public sealed class Faults
{
    private static readonly string[] Headers =
        ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy", "Cache-Control"];

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/fault", HttpStatusCode.InternalServerError)]
    public async Task Every_answer_has_the_headers_that_protect_it(string path, HttpStatusCode status)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        await using var app = builder.Build();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = context => context.Response.WriteAsync("A fault.") });
        app.MapGet("/", () => "Here.");
        app.MapGet("/fault", string () => throw new InvalidOperationException("A fault for a test."));
        await app.StartAsync(TestContext.Current.CancellationToken);

        using var client = app.GetTestClient();
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(status);
        var there = answer.Headers.Concat(answer.Content.Headers).Select(h => h.Key).ToList();
        foreach (var header in Headers) there.ShouldContain(header);
    }
}
