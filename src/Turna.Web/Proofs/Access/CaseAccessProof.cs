namespace Turna.Web.Proofs.Access;

/// <summary>P4: a case opens only for its team and never unrecorded. Drives a host of its own over HTTP.</summary>
internal static class CaseAccessProof
{
    /// <param name="each">1 asks everything; a larger number each so-manyth question, for a quick run.</param>
    /// <param name="tell">Told of each unexpected answer at once.</param>
    /// <param name="cancel">Cancels.</param>
    /// <param name="offence">Adds endpoints that offend and asks about those alone, to see the proof fail.</param>
    public static async Task<(Proof Proof, IReadOnlyList<Unexpected> Found)> RunAsync(
        int each, Action<Unexpected> tell, CancellationToken cancel, Offence? offence = null)
    {
        var scratch = Directory.CreateTempSubdirectory("turna-proof-");
        try
        {
            IReadOnlyList<ProofSubject> subjects = [];
            await using var office = await ProofOffice.OpenAsync(scratch.FullName, null, endpoints => offence?.Map(endpoints, () => subjects), cancel);
            subjects = await new ProofRecords(office, cancel).MakeAsync();
            await office.PartAsync(cancel);
            var matrix = new AccessMatrix(office, RoleTable.Read(Path.Combine(AppContext.BaseDirectory, "content", "security", "access"), offence?.Rules), subjects, tell);
            await matrix.RunAsync(each, offence is null ? _ => true : key => key.Contains(offence.About, StringComparison.Ordinal), cancel);
            var unseen = each == 1 ? matrix.NeverShown.Count() : 0;
            return (
                new Proof("P4", matrix.Found.Count == 0 && unseen == 0,
                    $"{matrix.Answers} answers to {office.Members.Count} members, {matrix.Openings} of them with sealed texts: {matrix.Found.Count} unexpected; {unseen} texts never shown to anybody"),
                matrix.Found);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            scratch.Delete(recursive: true);
        }
    }
}

/// <summary>Endpoints that offend, and what the table says of them.</summary>
/// <param name="About">Part of their routes.</param>
/// <param name="Map">Adds them; the second argument gives the office's subjects once there are some.</param>
/// <param name="Rules">Their rows of the table; none for an endpoint that nobody entered.</param>
internal sealed record Offence(string About, Action<IEndpointRouteBuilder, Func<IReadOnlyList<ProofSubject>>> Map, IReadOnlyList<EndpointRule> Rules);
