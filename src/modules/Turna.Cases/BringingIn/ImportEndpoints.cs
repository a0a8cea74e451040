using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Turna.Design;
using Turna.Kernel;

namespace Turna.Cases.BringingIn;

/// <summary>The report on a register as a download.</summary>
internal static class ImportEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ImportApi.Map(endpoints);
        endpoints.MapGet("/registers/{id:guid}/report.csv", CsvAsync).WithMetadata(new NeedsAttribute(CasesPermissions.ImportName));
        endpoints.MapGet("/registers/{id:guid}/report.json", JsonAsync).WithMetadata(new NeedsAttribute(CasesPermissions.ImportName));
    }

    private static async Task<IResult> CsvAsync(Guid id, ReportOnRegister report, Visitor visitor, Texts texts, CancellationToken cancel) =>
        await report.OpenAsync(new ImportId(id), CasesActs.RegisterReportTaken, visitor.Actor, cancel) is { } lines
            ? Results.File(ReportFiles.Csv(lines, texts), "text/csv; charset=utf-8", "register-report.csv")
            : Results.NotFound();

    private static async Task<IResult> JsonAsync(Guid id, ReportOnRegister report, Visitor visitor, CancellationToken cancel) =>
        await report.OpenAsync(new ImportId(id), CasesActs.RegisterReportTaken, visitor.Actor, cancel) is { } lines
            ? Results.File(ReportFiles.Json(lines), "application/json; charset=utf-8", "register-report.json")
            : Results.NotFound();
}
