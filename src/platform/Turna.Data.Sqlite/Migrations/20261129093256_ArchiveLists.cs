using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Turna.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ArchiveLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_consultation_member",
                table: "cases_consultation");

            migrationBuilder.DropIndex(
                name: "ix_cases_case_organisation",
                table: "cases_case");

            migrationBuilder.CreateIndex(
                name: "ix_cases_consultation_member_logged_at",
                table: "cases_consultation",
                columns: new[] { "member", "logged_at" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_consultation_organisation_on_logged_at_team",
                table: "cases_consultation",
                columns: new[] { "organisation", "on", "logged_at", "team" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_organisation_in_danger_opened_on_stage_team_re",
                table: "cases_case",
                columns: new[] { "organisation", "in_danger", "opened_on", "stage", "team", "responsible" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_consultation_member_logged_at",
                table: "cases_consultation");

            migrationBuilder.DropIndex(
                name: "ix_cases_consultation_organisation_on_logged_at_team",
                table: "cases_consultation");

            migrationBuilder.DropIndex(
                name: "ix_cases_case_organisation_in_danger_opened_on_stage_team_re",
                table: "cases_case");

            migrationBuilder.CreateIndex(
                name: "ix_cases_consultation_member",
                table: "cases_consultation",
                column: "member");

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_organisation",
                table: "cases_case",
                column: "organisation");
        }
    }
}
